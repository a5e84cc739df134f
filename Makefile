# make run    set up, build a release, and run the main job on the sample that ships
# make desk   set up, build the desk, and start it on the sample, in a browser
# make test   set up, check the format, build and run every test
# make fuzz   run the fuzzer of the feed parser, and beside it the loops of all other parsers, for FUZZ_SECONDS (60)
# make judge SHARED=…   what is too slow or too heavy for make test, or needs data from outside
SHELL := /bin/bash
SHARED ?= ../shared
FUZZ_SECONDS ?= 60
FUZZ_SEED ?= $(shell date +%s)
SWIFT_SOURCES := Package.swift Sources Plugins Tests Benchmarks

.PHONY: run desk test test-packages fuzz judge build format lint packages plugins picture clean

run: build
	@.ci/sample

desk: packages
	swift build -c release --product gleaner
	swift build -c release --product gleaner-desk
	@.ci/desk

test: test-packages lint plugins
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build
	.build/debug/fuzz-loops --inputs 200 --seed 1
	FUZZ_VERBOSITY=0 Tests/Fuzzing/run 20

fuzz: packages
	swift build --product fuzz-loops
	.build/debug/fuzz-loops --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED) & loops=$$!; \
	Tests/Fuzzing/run $(FUZZ_SECONDS); feeds=$$?; wait $$loops && exit $$feeds

judge: build
	swift build -c release --product parsing-speed
	swift build -c release --product mail-speed
	swift build -c release --product schedule-years
	swift build -c release --product host-speed
	swift build -c release --product scorer-speed
	@python3 Benchmarks/judge.py "$(SHARED)"

# Without the desk, whose packages are many.
build: packages
	GLEANER_LEAN=1 swift build -c release --product gleaner

packages:
	@.ci/packages

test-packages:
	@.ci/packages tests

# The plugins see the types of Content through the kit, which the compiler's incremental build does not follow: they are
# built anew when one of these changed.
plugins:
	@built=.build/debug/ShippedScorers.build; \
	if [ -d $$built ] && [ -n "$$(find Sources/Content -name '*.swift' -newer $$built -print -quit)" ]; then rm -f $$built/*.o $$built/*.swiftdeps; fi

lint:
	swift format lint --strict --recursive $(wildcard $(SWIFT_SOURCES))

format:
	swift format --in-place --recursive $(wildcard $(SWIFT_SOURCES))

# The README's pictures, drawn from the sample by headless Chromium (a Debian package, which tests need too).
picture: run
	swift build -c release --product gleaner-desk
	@.ci/picture

clean:
	rm -rf .build Data Outbox
