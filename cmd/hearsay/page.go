package main

import (
	_ "embed"
	"html/template"
	"io"
	"path"
	"slices"
	"strings"
)

//go:embed page.html
var pageHTML string

// pageTemplate has the templates "head", "article" and "foot". html/template
// escapes whatever an article says.
var pageTemplate = template.Must(template.New("page").Parse(pageHTML))

// A page is one self-contained web page of articles whose claims are marked
// in the text. It is written article by article.
type page struct {
	w     io.Writer
	begun bool
}

func (p *page) begin() error {
	if p.begun {
		return nil
	}
	p.begun = true
	return pageTemplate.ExecuteTemplate(p.w, "head", nil)
}

func (p *page) add(r *record) error {
	if err := p.begin(); err != nil {
		return err
	}
	title := r.Title
	if title == "" {
		title = path.Base(r.Key)
	}
	return pageTemplate.ExecuteTemplate(p.w, "article", struct {
		*record
		Heading  string
		Segments []segment
	}{r, title, segments(r)})
}

func (p *page) close() error {
	if err := p.begin(); err != nil {
		return err
	}
	return pageTemplate.ExecuteTemplate(p.w, "foot", nil)
}

// A segment is a stretch of text within which the same spans hold. Claims may
// stand within one another, so spans cannot be elements of their own.
type segment struct {
	Text    string
	Class   string   // "source", "cue" and "content" as they hold, "" for plain text
	Title   string   // who says it
	Anchors []string // ids of the claims whose content begins here
}

func segments(r *record) []segment {
	type mark struct {
		spanRecord
		role, title, anchor string
	}
	var marks []mark
	for _, c := range r.Claims {
		who := "nobody named"
		if c.Speaker != nil {
			who = c.Speaker.Name
		}
		title := who + " (" + c.Type + ")"
		for _, s := range c.Source {
			marks = append(marks, mark{s, "source", title, ""})
		}
		for _, s := range c.Cue {
			marks = append(marks, mark{s.spanRecord, "cue", title, ""})
		}
		for i, s := range c.Content {
			m := mark{s, "content", title, ""}
			if i == 0 {
				m.anchor = c.ID
			}
			marks = append(marks, m)
		}
	}
	cuts := []int{0, len(r.Text)}
	for _, m := range marks {
		cuts = append(cuts, m.Start, m.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	slices.SortStableFunc(marks, func(a, b mark) int { return a.Start - b.Start })

	var (
		list []segment
		open []mark // those that hold at the cut
		next int
	)
	for i, at := range cuts[:len(cuts)-1] {
		open = slices.DeleteFunc(open, func(m mark) bool { return m.End <= at })
		seg := segment{Text: r.Text[at:cuts[i+1]]}
		for ; next < len(marks) && marks[next].Start == at; next++ {
			open = append(open, marks[next])
			if id := marks[next].anchor; id != "" {
				seg.Anchors = append(seg.Anchors, id)
			}
		}
		var classes, titles []string
		for _, m := range open {
			classes, titles = append(classes, m.role), append(titles, m.title)
		}
		slices.Sort(classes)
		seg.Class = strings.Join(slices.Compact(classes), " ")
		seg.Title = strings.Join(slices.Compact(titles), "; ")
		list = append(list, seg)
	}
	return list
}
