DB ?= $(or $(TMPDIR),/tmp)/hearsay-demo.db
GOLANGCI := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
FUZZTIME ?= 30s

.PHONY: build run test race lint fuzz bench golden eval models

build: ## the program, into bin/
	go build -o bin/hearsay ./cmd/hearsay

run: build ## ingest testdata's articles and print who said what
	rm -f $(DB) $(DB)-wal $(DB)-shm
	bin/hearsay ingest --db $(DB) testdata/articles
	bin/hearsay quotes --db $(DB) --limit 40 --width 110

test: ## all tests
	go test ./...

race: ## all tests under the race detector
	go test -race ./...

lint: ## go vet and golangci-lint, fetched by go itself
	go vet ./...
	go run $(GOLANGCI) run ./...

fuzz: ## every fuzz target, FUZZTIME each
	@for pkg in $$(go list ./...); do for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
		echo "$$pkg $$target"; go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; done; done

bench: ## speed beside prose's own
	go test -run '^$$' -bench . -benchmem ./...

golden: ## rewrite the golden files: read the difference before you commit it
	go test ./cmd/hearsay -update

eval: build ## the measures over PolNeAR's dev part
	bin/hearsay eval --gold ../shared/data/polnear/dev --speakers ../shared/data/speakers/dev.tsv

POLNEAR ?= ../shared/data/polnear

models: build ## rebuild the shipped models from PolNeAR, byte for byte; claims are learned on the new tags
	bin/hearsay train --corpus $(POLNEAR)/train --silver $(POLNEAR)/silver-train.conllu.gz --out extract
	go build -o bin/hearsay ./cmd/hearsay
	bin/hearsay train --corpus $(POLNEAR)/train --out extract
