package origin

// join puts two documents and all that is of one origin with them into one
// group, whose root is its first document (union by index, with the path halved
// on the way).
func join(parent []int, a, b int) {
	a, b = root(parent, a), root(parent, b)
	parent[max(a, b)] = min(a, b)
}

func root(parent []int, i int) int {
	for parent[i] != i {
		parent[i] = parent[parent[i]]
		i = parent[i]
	}
	return i
}

// groups lists the documents by their roots, both in ascending order.
func groups(parent []int) [][]int {
	listed := [][]int{}
	place := map[int]int{} // of a group, by its first document
	for i := range parent {
		first := root(parent, i)
		if first == i {
			place[i] = len(listed)
			listed = append(listed, nil)
		}
		at := place[first]
		listed[at] = append(listed[at], i)
	}
	return listed
}
