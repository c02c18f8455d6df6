# `make run` starts the program, `make test` runs all tests.

PREFIX ?= /usr/local
RELEASE = --configuration release --static-swift-stdlib --disable-local-rpath
PACKAGES = libncursesw5-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev libxml2-dev pkg-config
TEST_PACKAGES = tmux mandoc
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: run test soak coverage snapshots pictures lint bench learn install uninstall deb deps build clean

run: build
	@exec .build/release/tutor $(ARGS)

build: deps
	swift build $(RELEASE) --product tutor

test: PACKAGES += $(TEST_PACKAGES)
test: deps
	swift build --build-tests
	swift test --skip-build

# The long tests: twenty times as many kills, instances and resizes, a million plots, every screen at every size, a
# million random keys in memory and on pseudo-terminals, and ten million inputs for each fuzz target. Takes hours.
soak: PACKAGES += $(TEST_PACKAGES)
soak: deps
	swift build --build-tests
	TUTOR_SOAK=20 swift test --skip-build --filter \
	  'KillTests|ConcurrentInstancesTests|CrowdTests|FaultTests|TerminalTests|ExtremePlotTests|EverySizeTests|RandomKeyTests'
	Tests/Fuzz/run all --runs 10000000

# Reports line coverage by module.
coverage: PACKAGES += $(TEST_PACKAGES)
coverage: deps
	@.ci/coverage

# Records the golden frames that changed and shows the changes for review.
snapshots:
	@RECORD_GOLDENS=failed swift test --filter TutorScreensTests >/dev/null 2>&1 || :
	@git --no-pager diff --stat -- Tests/TutorScreensTests/Goldens
	@git --no-pager diff --unified=0 --color=auto -- Tests/TutorScreensTests/Goldens
	@git ls-files --others --exclude-standard -- Tests/TutorScreensTests/Goldens | sed 's/^/new: /'

# Draws the pictures of README.md again.
PICTURE = .build/release/tutor render --charset braille --format svg
pictures: build
	@for ground in dark light; do \
	  light=$$([ $$ground = dark ] || echo --light); folder=Documentation/pictures; \
	  $(PICTURE) lesson --size 80x26 --keys "] ] Tab n" $$light >$$folder/lesson-$$ground.svg; \
	  $(PICTURE) plot --size 80x24 --keys "v Down v x" $$light >$$folder/plot-$$ground.svg; \
	  $(PICTURE) quiz --size 80x22 --seed 5 --keys "w 1" $$light >$$folder/quiz-$$ground.svg; \
	  $(PICTURE) lab-gradient --size 80x24 $$light >$$folder/lab-$$ground.svg; done

lint:
	swift format lint --strict --recursive Sources Tests Content Benchmarks Examples Package.swift

# ARGS=--store stores the results as the baseline; ARGS="screen large" runs only these benchmarks.
bench: build
	swift build --package-path Benchmarks --configuration release
	Benchmarks/.build/release/bench $(ARGS)

# Simulates 1,000 model learners under several ways to practise; fails if one remembers less, or needs longer, than in
# Benchmarks/learn.json. RECORD=1 stores the table; ARGS=--groups adds one for each kind of learner and of memory.
learn: deps
	swift build --package-path Benchmarks --configuration release --product learn
	Benchmarks/.build/release/learn $(if $(RECORD),--store) $(ARGS)

# Installs under PREFIX. BINARY=FILE installs that build instead of the release build.
install: $(if $(BINARY),,build)
	@BINARY="$(or $(BINARY),.build/release/tutor)" PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Packaging/install

uninstall:
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Packaging/install --undo

# Builds a Debian package in .build-deb; installing it does not need Swift.
deb: PACKAGES += dpkg-dev
deb: build
	@BINARY=.build/release/tutor Packaging/deb

# Installs missing packages: the C libraries; tmux and mandoc for the tests; dpkg-dev for the Debian package.
deps:
	@if command -v apt-get >/dev/null; then \
	  missing=; for p in $(PACKAGES); do \
	    dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	  if [ -n "$$missing" ]; then echo "installing with apt-get:$$missing"; \
	    $(SUDO) apt-get update -qq && \
	    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; fi; \
	elif command -v brew >/dev/null; then \
	  for p in cmark-gfm libxml2 pkgconf tmux; do brew list $$p >/dev/null 2>&1 || { echo "installing with brew: $$p"; brew install $$p; }; done; \
	else echo "tutor needs the development files of ncursesw, cmark-gfm, libxml2 and SQLite, tmux and mandoc for its tests:"; \
	  echo "install them with your system's package manager."; fi

clean:
	rm -rf .build .build-* Benchmarks/.build
