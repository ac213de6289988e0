package corpus

import (
	"regexp"
	"strings"
	"time"
)

// The forms in which articles are dated, after normalDate.
var (
	dateLayouts = []string{"2006-1-2", "2006/1/2", "January 2 2006", "Jan 2 2006", "2 January 2006", "2 Jan 2006"}
	timeLayouts = []string{"15:04", "15:04:05", "3:04PM", "3PM"}
	layouts     = dateTimeLayouts()
)

func dateTimeLayouts() []string {
	all := []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04"}
	for _, d := range dateLayouts {
		all = append(all, d, d+" Z0700")
		for _, t := range timeLayouts {
			all = append(all, d+" "+t, d+" "+t+" Z0700", d+" "+t+"Z07:00", t+" "+d, t+" "+d+" Z0700")
		}
	}
	return all
}

// zones are the offsets of the time zones that news agencies write out, as
// time.Parse knows no offset of an abbreviation.
var zones = map[string]string{
	"Z": "+0000", "UTC": "+0000", "GMT": "+0000", "BST": "+0100", "CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300",
	"MSK": "+0300", "EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600",
	"PST": "-0800", "PDT": "-0700", "JST": "+0900", "AEST": "+1000", "AEDT": "+1100",
}

var (
	dateWords   = regexp.MustCompile(`(?i)^(on|at|mon|tues?|wed|thur?s?|fri|sat|sun|(mon|tues|wednes|thurs|fri|satur|sun)day)$`)
	dateOrdinal = regexp.MustCompile(`(?i)^(\d{1,2})(st|nd|rd|th)$`)
	dateOffset  = regexp.MustCompile(`^[+-]\d{2}:?\d{2}$`)
	dateMidday  = regexp.MustCompile(`(?i)(\d) ?([ap])\.?m\b\.?`)
)

// maxDate is how many bytes a date may have: the longest form is about
// "Wednesday, September 21st, 2025 at 11:38:00 a.m. (GMT)".
const maxDate = 72

// parseDate reads s as a date, with or without a time of day, and fails if
// there is anything else in it. Without a zone it is UTC.
func parseDate(s string) (time.Time, bool) {
	if len(s) > maxDate || !strings.ContainsAny(s, "0123456789") {
		return time.Time{}, false
	}
	s = normalDate(s)
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1600 {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// normalDate brings a date into the form of the layouts: no weekday, comma or
// ordinal, AM and PM joined to the hour, and the zone as an offset at the end.
func normalDate(s string) string {
	s = dateMidday.ReplaceAllString(plain(s), "${1}${2}M")
	var fields []string
	zone := ""
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,|()", r) }) {
		word := strings.TrimSuffix(f, ".")
		switch offset, ok := zones[strings.ToUpper(word)]; {
		case ok && zone == "":
			zone = " " + offset
		case dateOffset.MatchString(f) && zone == "":
			zone = " " + strings.Replace(f, ":", "", 1)
		case dateWords.MatchString(word):
		case dateOrdinal.MatchString(f):
			fields = append(fields, dateOrdinal.FindStringSubmatch(f)[1])
		case strings.EqualFold(word, "sept"):
			fields = append(fields, "Sep")
		case strings.HasSuffix(f, "aM"), strings.HasSuffix(f, "pM"):
			fields = append(fields, strings.ToUpper(f))
		default:
			fields = append(fields, word)
		}
	}
	return strings.Join(fields, " ") + zone
}
