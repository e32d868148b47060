# Two commands do everything on a fresh Debian machine with Swift: `make report` and `make test`.
BUILD = swift build -c release --static-swift-stdlib --product anchang

.PHONY: test build
build:
	$(BUILD)
test:
	swift test
