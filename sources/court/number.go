package court

// The forms of a case number as stamps print it. None captures a group.
const (
	// judges are what courts append to a number: the judges' initials, a
	// division, a defendant, a bankruptcy chapter ("-YGR", "-AC-DRG", "-Orl-37JBT",
	// "-RMB-1", "-hdh11").
	judges = `(?:-[A-Za-z0-9]{1,8}){0,5}`

	// district is a number with its office and type: "4:24-cv-04722-YGR".
	district = `\d{1,2}:(?:\d{4}|\d{2})-?[A-Za-z]{2,4}-?\d{1,6}` + judges

	// docketed is a number without a type, as bankruptcy and appellate courts
	// have it, sometimes behind an office: "22-10964-mg", "24-720",
	// "1-20-40123-cec".
	docketed = `(?:\d-)?(?:\d{4}|\d{2})-(?:[A-Za-z]{2,4}-)?\d{1,6}` + judges

	// initialled is a bankruptcy case's number that its judge's initials tell
	// from a telephone's: "22-10964-mg", "20-00123-FPC11".
	initialled = `(?:\d-)?\d{2}-\d{5}(?:-\d)?-[A-Za-z]{2,4}\d{0,2}(?:-\d{1,2})?\b`

	// statewide is a number in a state's own form, with a digit in it:
	// "2020-0001-JTL", "20STCV00123", "N20C-01-123", "27-CR-20-12646".
	statewide = `[A-Z0-9][A-Z0-9:-]*\d[A-Z0-9-]*`

	// countywide is such a number where no label says that it is one.
	countywide = `[A-Z]{3}-[A-Z]{1,2}-\d{4,6}-\d{2}|\d{2}-[A-Z]{2}-\d{2}-\d{1,6}|\d{4}-?[A-Z]{1,3}-?\d{4,7}|\d{4}-\d{4,6}`
)
