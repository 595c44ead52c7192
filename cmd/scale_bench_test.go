package cmd

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"stet/claims/audit"
	"stet/claims/export"
	"stet/store/storetest"
)

// largestVariable names how many claims the largest ledger of a benchmark has;
// by default a tenth of the million that make bench sets.
const largestVariable = "STET_BENCH_CLAIMS"

// atScale runs a benchmark on ledgers of growing size, so that it prints the
// curve: what a claim costs must not grow.
func atScale(b *testing.B, run func(b *testing.B, stet, ledger string, claims int)) {
	b.Helper()
	stet, largest := built(b), 100_000
	if n, err := strconv.Atoi(os.Getenv(largestVariable)); err == nil {
		largest = n
	}
	for n := 10_000; n <= largest; n *= 10 {
		b.Run(strconv.Itoa(n), func(b *testing.B) { run(b, stet, storetest.Path(b, n), n) })
	}
}

// sqliteShell returns the sqlite3 command line.
func sqliteShell(b *testing.B) string {
	b.Helper()
	path, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Skip("needs the sqlite3 command line")
	}
	return path
}

// work is a program with its input, whose output is thrown away.
type work struct {
	args  []string
	stdin string // a file; "" for none
}

// took runs it and returns how long that took, and the most memory it had.
func (w work) took(b *testing.B) (time.Duration, int64) {
	b.Helper()
	c := exec.Command(w.args[0], w.args[1:]...)
	if w.stdin != "" {
		in, err := os.Open(w.stdin)
		if err != nil {
			b.Fatal(err)
		}
		defer in.Close()
		c.Stdin = in
	}
	var complaint strings.Builder
	c.Stderr = &complaint
	start := time.Now()
	if err := c.Run(); err != nil {
		b.Fatalf("%v: %v\n%.500s", w.args, err, complaint.String())
	}
	return time.Since(start), peakMemory(c.ProcessState)
}

// race runs ours and theirs in turn and reports the median of the ratios, what
// a claim costs and the most memory that ours had.
func race(b *testing.B, claims int, ours, theirs work, peer string) {
	b.Helper()
	var ratios []float64
	var most int64
	var spent time.Duration
	for b.Loop() {
		us, memory := ours.took(b)
		them, _ := theirs.took(b)
		ratios, most, spent = append(ratios, float64(us)/float64(them)), max(most, memory), spent+us
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "x-"+peer)
	b.ReportMetric(float64(most)/1e6, "MB-peak")
	b.ReportMetric(float64(spent.Microseconds())/float64(b.N)/float64(claims), "µs/claim")
}

// file writes a script for the shell.
func file(b *testing.B, name, text string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// everyPair is the join that the table of pairs is made of, in the same order,
// without the columns that SQL does not work out: the line, the locator as
// footnotes write it, the source's name, and what changed since a sign-off.
const everyPair = `
select 'stet-claims', a.slug, 'C-' || substr('0000' || c.number, -max(4, length(c.number))), c.text, c.label, c.speaker, c.place,
    c.priority, d.file, c.cut, case when s.void = '' then s.verdict else 'open' end, s.void, s.verdict_to, s.note, s.signed_by, s.signed_at,
    (
        select group_concat(f.severity || ' ' || f.check_id || ': ' || f.message, '; ')
        from finding f
        where cast(coalesce(f.claim, '') as text) = c.id
    ),
    (
        select group_concat(q.number || ' to ' || q.put_to || ': ' || q.question || ' answer: ' || q.answer, '; ')
        from query q
        where q.claim = c.id
    ),
    (
        select group_concat(y.put_to || ': asked ' || y.contacted_at || ', responded ' || y.responded_at || ': ' || y.response, '; ')
        from reply y
        where y.claim = c.id
    ),
    c.claimant, c.claimant_url, c.review_url, c.rating_name, v.code, v.alias, v.address, v.kind, v.title, v.publisher,
    t.stance, t.grade, t.quote, t.page, t.page_end, t.paragraph, t.time, t.note, m.class, m.page, v.state, v.attempted_at, v.snapshot
from article a
cross join claim c on c.article = a.id
left join draft d on d.article = a.id and d.digest = a.draft
left join signoff_view s on s.claim_id = c.id
left join citation t on t.claim = c.id
left join source_view v on v.source_id = t.source
left join match m on m.citation = t.id
where c.cut = 0
order by a.slug, c.number, t.id;
`

// BenchmarkExportCSV times the export of every pair of claim and citation
// beside the sqlite3 command line that writes the same join, without and with
// mapped memory, as whole processes.
func BenchmarkExportCSV(b *testing.B) {
	sqlite := sqliteShell(b)
	atScale(b, func(b *testing.B, stet, ledger string, claims int) {
		plain, mapped := file(b, "pairs.sql", everyPair), file(b, "mapped.sql", "pragma mmap_size = 0x7fff0000;\n"+everyPair)
		ours := []string{stet, "--ledger", ledger, "export", "--format", "csv"}
		b.Run("read", func(b *testing.B) {
			race(b, claims, work{args: ours}, work{[]string{sqlite, "-csv", ledger}, plain}, "sqlite3")
		})
		b.Run("mmap", func(b *testing.B) {
			race(b, claims, work{args: append(ours, "--mmap")}, work{[]string{sqlite, "-csv", ledger}, mapped}, "sqlite3")
		})
	})
}

// BenchmarkExportFormats reports what the other formats of claims cost, and
// the memory that they take, up to 100,000 claims; none of them has a peer.
func BenchmarkExportFormats(b *testing.B) {
	stet := built(b)
	for _, claims := range []int{10_000, 100_000} {
		ledger := storetest.Path(b, claims)
		for _, f := range export.Formats {
			if f.Name == "csv" || f.Name == "claimreview" { // the one has its own, the other refuses claims that nobody rated
				continue
			}
			b.Run(fmt.Sprintf("%s/%d", f.Name, claims), func(b *testing.B) {
				var most int64
				for b.Loop() {
					_, memory := work{args: []string{stet, "--ledger", ledger, "export", "--format", f.Name}}.took(b)
					most = max(most, memory)
				}
				b.ReportMetric(float64(most)/1e6, "MB-peak")
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(claims), "µs/claim")
			})
		}
	}
}

// BenchmarkAudit times an audit at closing, when every rule runs, beside the
// sqlite3 command line that runs the query of each rule for each article.
func BenchmarkAudit(b *testing.B) {
	sqlite := sqliteShell(b)
	rules, err := audit.Rules()
	if err != nil {
		b.Fatal(err)
	}
	atScale(b, func(b *testing.B, stet, ledger string, claims int) {
		var script strings.Builder
		script.WriteString(".output /dev/null\n.parameter init\n")
		for name, value := range (audit.Policy{}).Parameters(time.Now()) {
			if text, ok := value.(string); ok {
				value = `"'` + text + `'"`
			}
			fmt.Fprintf(&script, ".parameter set :%s %v\n", name, value)
		}
		for _, id := range answered(b, sqlite, ledger, "select id from article order by slug") {
			fmt.Fprintf(&script, ".parameter set :article \"'%s'\"\n", id)
			for _, r := range rules {
				script.WriteString(r.Query + ";\n")
			}
		}
		race(b, claims, work{args: []string{stet, "--ledger", ledger, "audit", "--stage", "closing", "--fail-on", "never"}},
			work{[]string{sqlite, "-bail", ledger}, file(b, "rules.sql", script.String())}, "sqlite3")
	})
}

// listed is what list shows of an article.
const listed = `
select c.article || '#' || c.number, c.label, c.verdict, c.void, (select min(f.severity) from finding_view f where f.claim_id = c.claim_id), c.text
from claim_view c
where c.article_id = (select id from article where slug = '%s') and c.cut = 0
order by c.number`

// shown is the claim that show shows, with its verdict.
const shown = `
select c.*
from claim_view c
where c.article_id = (select id from article where slug = '%s') and c.number = 7`

// BenchmarkListProcess and BenchmarkShowProcess time the commands that show
// something of one article as whole processes, beside the sqlite3 command line
// that answers the same query. A claim of µs/claim is one of the whole ledger.
func BenchmarkListProcess(b *testing.B) { raceOnArticle(b, listed, "list", "--article", "%s") }

func BenchmarkShowProcess(b *testing.B) { raceOnArticle(b, shown, "show", "%s#7") }

func raceOnArticle(b *testing.B, query string, args ...string) {
	sqlite := sqliteShell(b)
	atScale(b, func(b *testing.B, stet, ledger string, claims int) {
		slug := answered(b, sqlite, ledger, "select slug from article order by slug limit 1 offset 50")[0]
		ours := []string{stet, "--ledger", ledger}
		for _, a := range args {
			ours = append(ours, strings.ReplaceAll(a, "%s", slug))
		}
		race(b, claims, work{args: ours}, work{args: []string{sqlite, ledger, fmt.Sprintf(query, slug)}}, "sqlite3")
	})
}

// answered returns the lines that the shell answers a query with.
func answered(b *testing.B, sqlite, ledger, query string) []string {
	b.Helper()
	out, err := exec.Command(sqlite, ledger, query).Output()
	if err != nil {
		b.Fatal(err)
	}
	return strings.Fields(string(out))
}
