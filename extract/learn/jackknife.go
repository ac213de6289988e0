package learn

// Jackknife splits n items at random into k parts of nearly equal size and
// calls each once per part: held are its items, rest all others, both in
// order. What a stage learns from another stage's output must come from a
// model that has not seen the item: train on rest, apply to held.
//
// It ends with the first error. With k below 2 there is nothing to hold out,
// which is a programmer's error and panics.
func Jackknife(n, k int, seed uint64, each func(fold int, rest, held []int) error) error {
	if k < 2 {
		panic("learn: jackknife needs two parts or more")
	}
	part := make([]int, n)
	for i, item := range Order(NewRand(seed), n) {
		part[item] = i % k
	}
	for fold := range k {
		var rest, held []int
		for item, p := range part {
			if p == fold {
				held = append(held, item)
			} else {
				rest = append(rest, item)
			}
		}
		if err := each(fold, rest, held); err != nil {
			return err
		}
	}
	return nil
}
