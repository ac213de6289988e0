package main

import (
	"fmt"
	"time"
)

// parseDate reads a day, month or year and gives the first moments of it and
// of what follows it, in UTC.
func parseDate(flag, s string) (from, to time.Time, err error) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return t, t.AddDate(form.years, form.months, form.days), nil
		}
	}
	return time.Time{}, time.Time{}, &usageError{fmt.Sprintf("--%s %q is no date; write 2025-02-21, 2025-02 or 2025", flag, s)}
}
