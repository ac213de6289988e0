package corpus

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode turns a file's bytes into UTF-8 text. Valid UTF-8 comes back byte
// for byte, with its byte order mark if it has one.
func decode(data []byte) (string, *Error) {
	if order := utf16Order(data); order != nil {
		return decodeUTF16(data, order)
	}
	if e := refuseBinary(data); e != nil {
		return "", e
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	// A mark of UTF-8 before bytes that are none is an editor's leaving.
	return decodeInvalid(bytes.TrimPrefix(data, []byte("\ufeff")))
}

// refuseBinary finds what no text has: a NUL, the mark of a PDF (which may
// go on like text for long), or more than one control character in fifty
// bytes.
func refuseBinary(data []byte) *Error {
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		return &Error{Err: fmt.Errorf("%w: a PDF", ErrBinary)}
	}
	controls, first := 0, 0
	for i, b := range data {
		if b == 0 {
			return &Error{Offset: int64(i), Err: fmt.Errorf("%w: a NUL", ErrBinary)}
		}
		if b == 0x7f || b < ' ' && (b < '\t' || b > '\r') {
			if controls == 0 {
				first = i
			}
			controls++
		}
	}
	if 50*controls > len(data) {
		return &Error{Offset: int64(first), Err: fmt.Errorf("%w: %d control characters in %d bytes", ErrBinary, controls, len(data))}
	}
	return nil
}

// decodeInvalid makes the best of bytes that are not UTF-8. Where well-formed
// characters of several bytes outweigh the bytes that fit nowhere, it is
// UTF-8 with some damage, and each damaged place becomes U+FFFD. Else it is
// Windows-1252, if every byte is defined there and the letters beyond ASCII
// are as few as in a language written with it.
func decodeInvalid(data []byte) (string, *Error) {
	wellFormed, stray, high, first, undefined := 0, 0, 0, -1, -1
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			stray++
			if first < 0 {
				first = i
			}
		case n > 1:
			wellFormed++
		}
		for _, b := range data[i : i+n] {
			if b >= 0x80 {
				high++
			}
			if undefined < 0 && charmap.Windows1252.DecodeByte(b) == utf8.RuneError {
				undefined = i
			}
		}
		i += n
	}
	switch {
	case stray <= wellFormed:
		return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), nil
	case undefined >= 0:
		return "", &Error{Offset: int64(undefined), Err: fmt.Errorf("%w: byte %#x", ErrEncoding, data[undefined])}
	case 3*high > len(data):
		return "", &Error{Offset: int64(first), Err: fmt.Errorf("%w: %d of %d bytes beyond ASCII", ErrEncoding, high, len(data))}
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", &Error{Offset: int64(first), Err: fmt.Errorf("%w: %w", ErrEncoding, err)}
	}
	return string(text), nil
}

// utf16Order is the byte order of UTF-16 data, nil for anything else. Without
// a byte order mark UTF-16 shows in its NULs: in text of Latin letters nearly
// every character has one, always on the same side.
func utf16Order(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return binary.BigEndian
	}
	sample := data[:min(len(data), 4096)]
	var nuls [2]int
	for i, b := range sample {
		if b == 0 {
			nuls[i%2]++
		}
	}
	units := len(sample) / 2
	switch {
	case units < 2:
		return nil
	case nuls[1]*2 > units && nuls[0]*20 <= units:
		return binary.LittleEndian
	case nuls[0]*2 > units && nuls[1]*20 <= units:
		return binary.BigEndian
	}
	return nil
}

// decodeUTF16 decodes UTF-16 without its byte order mark. A lone surrogate
// becomes U+FFFD; where they are more than one in fifty, it is no text.
func decodeUTF16(data []byte, order binary.ByteOrder) (string, *Error) {
	if len(data)%2 != 0 {
		return "", &Error{Offset: int64(len(data) - 1), Err: fmt.Errorf("%w: UTF-16 that ends within a character", ErrEncoding)}
	}
	text := make([]byte, 0, len(data))
	lone, first := 0, 0
	for i := 0; i < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		switch {
		case i == 0 && r == '\uFEFF':
			continue
		case r == 0:
			return "", &Error{Offset: int64(i), Err: fmt.Errorf("%w: a NUL in UTF-16", ErrBinary)}
		case utf16.IsSurrogate(r):
			pair := utf8.RuneError
			if i+4 <= len(data) {
				pair = utf16.DecodeRune(r, rune(order.Uint16(data[i+2:])))
			}
			if pair != utf8.RuneError {
				i += 2
			} else {
				if lone == 0 {
					first = i
				}
				lone++
			}
			r = pair
		}
		text = utf8.AppendRune(text, r)
	}
	if 100*lone > len(data) {
		return "", &Error{Offset: int64(first), Err: fmt.Errorf("%w: %d lone surrogates in UTF-16", ErrEncoding, lone)}
	}
	if e := refuseBinary(text); e != nil {
		e.Offset *= 2 // exact for Latin text, a good hint for the rest
		return "", e
	}
	return string(text), nil
}
