package cmd

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// built builds the real program: a test binary starts otherwise.
func built(b *testing.B) string {
	b.Helper()
	stet := filepath.Join(b.TempDir(), "stet")
	if out, err := exec.Command("go", "build", "-o", stet, "stet/cmd/stet").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	return stet
}

func timed(b *testing.B, name string, args ...string) time.Duration {
	b.Helper()
	start := time.Now()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		b.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return time.Since(start)
}

// BenchmarkInit reports what the most expensive package costs every run of
// the program before main begins, in milliseconds, as the runtime itself
// traces it, and what all of them cost together.
func BenchmarkInit(b *testing.B) {
	stet := built(b)
	var worst, total []float64
	for b.Loop() {
		c := exec.Command(stet, "version")
		c.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		out, err := c.CombinedOutput()
		if err != nil {
			b.Fatal(err)
		}
		most, sum, package_ := initCosts(string(out))
		worst, total = append(worst, most), append(total, sum)
		b.Logf("dearest: %s, %.2f ms", package_, most)
	}
	slices.Sort(worst)
	slices.Sort(total)
	b.ReportMetric(worst[len(worst)/2], "ms-dearest")
	b.ReportMetric(total[len(total)/2], "ms-all")
}

// initCosts reads lines such as
// "init net/http @1.2 ms, 0.11 ms clock, 6608 bytes, 115 allocs".
func initCosts(trace string) (most, sum float64, dearest string) {
	for line := range strings.Lines(trace) {
		fields := strings.Fields(line)
		if len(fields) < 6 || fields[0] != "init" {
			continue
		}
		cost, err := strconv.ParseFloat(fields[4], 64)
		if err != nil {
			continue
		}
		sum += cost
		if cost > most {
			most, dearest = cost, fields[1]
		}
	}
	return most, sum, dearest
}
