package desk

import (
	"fmt"
	"strings"
)

// Ranges are row numbers, ascending, as ranges that include both ends.
type Ranges [][2]int

// add adds a number that is higher than those before it.
func (r *Ranges) add(n int) {
	if last := len(*r) - 1; last >= 0 && (*r)[last][1] == n-1 {
		(*r)[last][1] = n
		return
	}
	*r = append(*r, [2]int{n, n})
}

// Count returns how many numbers there are.
func (r Ranges) Count() int {
	n := 0
	for _, one := range r {
		n += one[1] - one[0] + 1
	}
	return n
}

// mostRanges is how many ranges are written out.
const mostRanges = 20

// String writes the numbers as "2-13, 17", and says how many it leaves out.
func (r Ranges) String() string {
	var parts []string
	for i, one := range r {
		switch {
		case i == mostRanges:
			return fmt.Sprintf("%s and %d more", strings.Join(parts, ", "), r[i:].Count())
		case one[0] == one[1]:
			parts = append(parts, fmt.Sprint(one[0]))
		default:
			parts = append(parts, fmt.Sprintf("%d-%d", one[0], one[1]))
		}
	}
	return strings.Join(parts, ", ")
}
