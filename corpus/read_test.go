package corpus_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/corpus"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

func utf16Bytes(order binary.AppendByteOrder, s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

func TestEncodings(t *testing.T) {
	const text = "“Café” costs 3 €, said René. 😀\r\nThe rest of it is all plain text."
	le, be := binary.LittleEndian, binary.BigEndian
	for _, c := range []struct {
		name, data, want string
	}{
		{"UTF-8", text, text},
		{"UTF-8 with byte order mark", "\ufeff" + text, "\ufeff" + text},
		{"UTF-16LE with mark", "\xff\xfe" + string(utf16Bytes(le, text)), text},
		{"UTF-16BE with mark", "\xfe\xff" + string(utf16Bytes(be, text)), text},
		{"UTF-16LE", string(utf16Bytes(le, text)), text},
		{"UTF-16BE", string(utf16Bytes(be, text)), text},
		{"UTF-16 with one lone surrogate", "\xff\xfe" + string(utf16Bytes(le, text)) + "\x00\xd8" + string(utf16Bytes(le, text)), text + "\ufffd" + text},
		{"Windows-1252", "\x93Caf\xe9\x94 costs 3 \x80, said Ren\xe9.", "“Café” costs 3 €, said René."},
		{"Windows-1252 that has a pair like UTF-8", "\x93CAF\xc9\x94 costs 3 \x80, said Ren\xe9.", "“CAFÉ” costs 3 €, said René."},
		{"Windows-1252 behind a mark of UTF-8", "\xef\xbb\xbf\x93Caf\xe9\x94 costs 3 \x80, said Ren\xe9.", "“Café” costs 3 €, said René."},
		{"UTF-8 with damage", "“Café” is \xe2\x80 said René.", "“Café” is \ufffd said René."},
		{"UTF-8 cut short", "“Café”, said René\xc3", "“Café”, said René\ufffd"},
		{"a few control characters", "Page one of this long article\fends here\x1a" + strings.Repeat(" text", 20), "Page one of this long article\fends here\x1a" + strings.Repeat(" text", 20)},
	} {
		d, err := corpus.Parse("k", []byte(c.data))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if d.Text != c.want {
			t.Errorf("%s gives %q, want %q", c.name, d.Text, c.want)
		}
		if err := d.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestNotText(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       error
		print      string
	}{
		{"nothing", "", corpus.ErrEmpty, "k: no text in it"},
		{"blanks", "\ufeff \r\n\u00a0\n", corpus.ErrEmpty, "k: no text in it"},
		{"UTF-16 mark alone", "\xff\xfe", corpus.ErrEmpty, "k: no text in it"},
		{"PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj", corpus.ErrBinary, "k: not text but binary data: a PDF"},
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", corpus.ErrBinary, "k:8: not text but binary data: a NUL"},
		{"ZIP", "PK\x03\x04\x14\x00\x06\x00\x08", corpus.ErrBinary, "k:5: not text but binary data: a NUL"},
		{"a NUL in text", "Plain text, then \x00 and more of it.", corpus.ErrBinary, "k:17: not text but binary data: a NUL"},
		{"control characters", "ab\x01\x02\x03cd", corpus.ErrBinary, "k:2: not text but binary data: 3 control characters in 7 bytes"},
		{"a NUL in UTF-16", "\xff\xfe" + string(utf16Bytes(binary.LittleEndian, "a\x00b")), corpus.ErrBinary, "k:4: not text but binary data: a NUL in UTF-16"},
		{"half a character", "\xff\xfea\x00b", corpus.ErrEncoding, "k:4: neither UTF-8, UTF-16 nor Windows-1252: UTF-16 that ends within a character"},
		{"lone surrogates", "\xff\xfea\x00\x00\xd8b\x00", corpus.ErrEncoding, "k:4: neither UTF-8, UTF-16 nor Windows-1252: 1 lone surrogates in UTF-16"},
		{"undefined in Windows-1252", "caf\xe9 and \x81 more", corpus.ErrEncoding, "k:9: neither UTF-8, UTF-16 nor Windows-1252: byte 0x81"},
		{"Cyrillic in KOI8-R", "\xf0\xd2\xc9\xd7\xc5\xd4, \xcd\xc9\xd2", corpus.ErrEncoding, "k: neither UTF-8, UTF-16 nor Windows-1252: 9 of 11 bytes beyond ASCII"},
	} {
		d, err := corpus.Parse("k", []byte(c.data))
		if d != nil || !errors.Is(err, c.want) || err.Error() != c.print {
			t.Errorf("%s gives %v, %v, want %q", c.name, d, err, c.print)
		}
	}
}

// tree makes files in a new folder and goes there, so that paths are short.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.FromSlash(name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.FromSlash(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// read lists the keys and errors that Read yields.
func read(t *testing.T, stdin io.Reader, paths ...string) []string {
	t.Helper()
	var got []string
	for d, err := range corpus.Read(context.Background(), paths, stdin) {
		if err != nil {
			var e *corpus.Error
			if d != nil || !errors.As(err, &e) {
				t.Errorf("Read yields %v with %v", d, err)
			}
			got = append(got, "! "+err.Error())
			continue
		}
		if d.ID != pipeline.DocumentID(d.Key) {
			t.Errorf("%s has id %s", d.Key, d.ID)
		}
		got = append(got, d.Key)
	}
	return got
}

func TestRead(t *testing.T) {
	tree(t, map[string]string{
		"news/b.txt": "B.", "news/a.TXT": "A.", "news/c.md": "C.", "news/.hidden.txt": "H.", "news/.git/x.txt": "X.",
		"news/deep/er/d.txt": "D.", "news/bad.txt": "x\x00y", "news/empty.txt": "", "named.md": "N.", "bare/notes.md": "M.",
	})
	got := read(t, strings.NewReader("abc"), "named.md", "./news/", "missing.txt", "bare", "-", "news/../news/b.txt")
	want := []string{
		"named.md",
		"news/a.TXT", "news/b.txt", "! news/bad.txt:1: not text but binary data: a NUL", "news/deep/er/d.txt", "! news/empty.txt: no text in it",
		"! missing.txt: no such file or directory",
		"! bare: folder without an article (.txt)",
		"stdin:ba7816bf8f01",
		"news/b.txt",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestStandardInput: "abc" has the SHA-256 of the standard's first example.
func TestStandardInput(t *testing.T) {
	if diff := cmp.Diff([]string{"stdin:ba7816bf8f01"}, read(t, strings.NewReader("abc"), "-")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, c := range []struct {
		stdin io.Reader
		want  string
	}{
		{nil, "! stdin: no text in it"},
		{strings.NewReader(""), "! stdin: no text in it"},
		{strings.NewReader("ab\x00"), "! stdin:2: not text but binary data: a NUL"},
		{iotest.ErrReader(fs.ErrClosed), "! stdin: file already closed"},
		{endless{}, "! stdin: too large for an article: the limit is 67108864 bytes"},
	} {
		if diff := cmp.Diff([]string{c.want}, read(t, c.stdin, "-")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return copy(p, bytes.Repeat([]byte("a"), len(p))), nil }

func TestTooLarge(t *testing.T) {
	tree(t, map[string]string{"big.txt": "a"})
	if err := os.Truncate("big.txt", corpus.MaxSize+1); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"! big.txt: too large for an article: 67108865 bytes, the limit is 67108864"}, read(t, nil, "big.txt")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need privileges")
	}
	tree(t, map[string]string{"news/a.txt": "A.", "news/sub/b.txt": "B.", "other/c.txt": "C."})
	for link, target := range map[string]string{
		"news/sub/loop": "..", "news/self": ".", "news/out": "../other", "news/out2": "../other", "news/l.txt": "a.txt", "news/gone.txt": "nowhere", "news/gone": "nowhere",
	} {
		if err := os.Symlink(target, link); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"news/a.txt", "! news/gone.txt: no such file or directory", "news/l.txt", "news/out/c.txt", "news/sub/b.txt"}
	if diff := cmp.Diff(want, read(t, nil, "news")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestUnreadable(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("everything is readable here")
	}
	tree(t, map[string]string{"n/a.txt": "A.", "n/b.txt": "B.", "n/shut/c.txt": "C."})
	for _, p := range []string{"n/a.txt", "n/shut"} {
		if err := os.Chmod(p, 0); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod("n/shut", 0o700) })
	want := []string{"! n/a.txt: permission denied", "n/b.txt", "! n/shut: permission denied"}
	if diff := cmp.Diff(want, read(t, nil, "n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestErrorIs: errors are matched by kind, whatever they say.
func TestErrorIs(t *testing.T) {
	tree(t, nil)
	for _, err := range corpus.Read(context.Background(), []string{"missing"}, nil) {
		if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a missing file gives %v", err)
		}
	}
	e := &corpus.Error{File: "f", Record: 3, Offset: 17, Err: corpus.ErrEmpty}
	if e.Error() != "f:17: record 3: no text in it" {
		t.Errorf("error prints %q", e)
	}
}

func TestReadStops(t *testing.T) {
	tree(t, map[string]string{"a.txt": "A.", "b.txt": "B.", "c.txt": "C."})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for _, err := range corpus.Read(ctx, []string{".", "a.txt"}, nil) {
		if err != nil {
			t.Error(err)
		}
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d documents after the end of ctx at the first", n)
	}
	n = 0
	for _, err := range corpus.Read(context.Background(), []string{".", "a.txt"}, nil) {
		if err != nil {
			t.Error(err)
		}
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d documents, want two and no panic", n)
	}
}
