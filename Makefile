# The commands of a newcomer (demo, test) and of a maintainer (check, bench).
# None of them rewrites a file but `golden`.

GO ?= go
STORY = testdata/drafts/stake
DEMO = testdata/golden/demo.txt

.PHONY: demo test check bench eval install golden

# demo builds stet, checks the bundled draft in a scratch ledger, and demands
# exit code 1 exactly and the output that is known to be right; then the clean
# draft must exit 0.
demo:
	@set -eu; dir=$$(mktemp -d); trap 'rm -rf "$$dir"' EXIT; \
	$(GO) build -o "$$dir/stet" ./cmd/stet; \
	code=0; "$$dir/stet" --ledger "$$dir/stet.db" check $(STORY)/draft.md > "$$dir/found.txt" || code=$$?; \
	cat "$$dir/found.txt"; \
	if [ "$$code" -ne 1 ]; then echo "demo: stet check exited $$code, want 1" >&2; exit 1; fi; \
	diff -u $(DEMO) "$$dir/found.txt"; \
	"$$dir/stet" --ledger "$$dir/stet.db" check $(STORY)/clean.md > /dev/null; \
	echo; echo "demo: every planted fault found, and none in the clean draft"

test:
	$(GO) test ./...

check:
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then echo "gofmt these: $$unformatted" >&2; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) test -race ./...

# bench prints figures as ratios to a named peer in the same run, one package
# after another; it needs the sqlite3 command line, and 7 GB in the temporary
# folder for the ledgers of up to CLAIMS claims that the benchmarks share.
CLAIMS ?= 1000000
bench:
	@set -e; dir=$$(mktemp -d); trap 'rm -rf "$$dir"' EXIT; \
	STET_BENCH_LEDGERS="$$dir" STET_BENCH_CLAIMS=$(CLAIMS) \
	$(GO) test -p 1 -timeout 60m -run '^$$' -bench . -benchmem ./...

# eval prints how well claims, facts and faults are found, measured on data that
# is not part of the project: STET_SHARED names its folder.
eval:
	@set -e; out=$$(mktemp); trap 'rm -f "$$out"' EXIT; \
	$(GO) test -count=1 -v -run '^TestEval' ./claims/extract ./claims/facts ./claims/verify ./cmd > "$$out" || { cat "$$out"; exit 1; }; \
	$(GO) test -run '^$$' -bench '^BenchmarkArticles$$' ./claims/extract | awk '/articles\/s/ {print "x: | articles of 800 words, one processor | articles/s | " $$(NF-1) " | 100 on two |"; exit}' >> "$$out"; \
	echo "| work | measure | reached | wanted |"; echo "| --- | --- | --- | --- |"; \
	grep -o '| .*' "$$out" || { cat "$$out"; echo "eval: nothing was measured" >&2; exit 1; }

install:
	$(GO) install ./cmd/stet

# golden writes what the tests compare with anew. Read the difference before
# you commit it.
golden:
	$(GO) test ./claims/report ./claims/export -update
	$(GO) test ./cmd -run Docs -update
	UPDATE_SCRIPTS=1 $(GO) test ./cmd -run TestScripts
	$(GO) build -o stet ./cmd/stet && ./stet --ledger "$$(mktemp -u)" check $(STORY)/draft.md > $(DEMO); [ $$? -eq 1 ]
