# Two commands do all the set-up on a fresh Debian machine with Swift:
#   make report   builds and writes the weekly report of the sample office into reports/
#   make test     builds and passes the tests
# `make check` is everything that CI runs.

# CI passes STRICT="-Xswiftc -warnings-as-errors".
STRICT =
FLAGS = -c release --static-swift-stdlib
BIN = .build/release/anchang
UNDEFINED = -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined
READERS = -c release --scratch-path .build-fuzz -Xswiftc -enable-testing \
	-Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link,address
OFFICE = --data fixtures/office-week --as-of 2026-11-22

.PHONY: bench speed build debug report all-reports test check setup checks-setup format lint oracle fuzz fuzz-readers sanitize weeks launch references write-references reports clean

report: build
	$(BIN) report weekly $(OFFICE) --period 2026-W47 --out reports

all-reports: build
	$(BIN) report --all $(OFFICE) --period 2026-W47 --out reports

build: setup
	swift build $(FLAGS) --product anchang

debug: setup
	swift build

test: setup
	swift build --build-tests $(STRICT)
	ANCHANG_PYTHON=$$(python3 -c 'import sys; print(sys.executable)') swift test --skip-build
	python3 -m unittest discover -s Tests/Oracle -p 'test_*.py'

# Everything that must hold before a change is handed in.
check: lint test build oracle fuzz fuzz-readers sanitize weeks launch references reports speed

# Every figure of the fixtures and of seeded offices against the independent calculator; what must hold of the figures
# and between them; every proof sheet recounted from its rows.
oracle: build
	python3 Tests/Oracle/agree.py --program $(BIN) --seeds 1-24 --collide 1-10 --nasty 1-30
	python3 Tests/Oracle/holds.py --program $(BIN) --seeds 1-6 --nasty 1-6
	python3 Tests/Oracle/proofs.py --program $(BIN)
	python3 Tests/Oracle/published.py --program $(BIN)
	python3 Tests/Oracle/field.py --program $(BIN)
	python3 Tests/Oracle/rerun.py --program $(BIN) --seeds 1-4 --nasty 1-4

# Broken offices from fixed seeds: no crash, no hang, balances that add up, figures that do not depend on
# the order, the cut or the encoding of the files.
fuzz: build
	python3 Tests/Fuzz/fuzz.py --program $(BIN) --seeds 1-250 --seconds 60

# libFuzzer with the address sanitizer over records, encodings, cells and small files, from a kept corpus.
fuzz-readers: setup
	ANCHANG_FUZZ=1 swift build $(READERS) --product FuzzReaders
	python3 Tests/Fuzz/readers.py --program .build-fuzz/release/FuzzReaders --seconds 35

# The tests of what reads files, and every case, under the address sanitizer (undefined behaviour in C traps, in Swift it
# always does); then a program under the thread sanitizer on files that several threads read. Debian's containers forbid
# ptrace, which the leak check needs.
sanitize: setup
	swift build --build-tests --sanitize=address $(UNDEFINED) --scratch-path .build-asan
	ASAN_OPTIONS=detect_leaks=0 swift test --skip-build --sanitize=address $(UNDEFINED) --scratch-path .build-asan \
		--filter 'CSVTests|LoadersTests|QuantitiesTests|ChecksumTests|AcceptanceTests.behavesAsWritten'
	swift build --sanitize=thread --product anchang --scratch-path .build-tsan
	.ci/threads .build-tsan/debug/anchang

# Ten Mondays on a folder that grows, then every way in which a Monday fails.
weeks: build
	python3 Tests/Weeks/weeks.py --program $(BIN)

# One setting of a launch changes, and the whole plan with it: worked out a second time.
launch: build
	python3 Tests/Launch/plan.py --program $(BIN)

# Instructions of a few runs against Tests/Speed/limits.txt, and what a terminal shows meanwhile.
speed: build checks-setup
	python3 Tests/Speed/guard.py --program $(BIN)
	python3 Tests/Speed/progress.py $(BIN)

# The weekly report beside whatever other engines are installed (DuckDB, Polars, Python's csv).
bench: build
	python3 Tests/Speed/bench.py --program $(BIN)

# Generated pages and fixtures must be what their generators write today.
write-references: build
	.ci/references $(BIN) --write

references: build
	.ci/references $(BIN)

# Every document in a browser and through the validators.
reports: build checks-setup
	.ci/reports $(BIN)

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format -i --recursive Sources Tests Package.swift

setup:
	@.ci/setup

checks-setup:
	@.ci/setup checks

clean:
	rm -rf .build reports
