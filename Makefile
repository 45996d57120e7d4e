# Each target sets up what is missing, so that any of them is the first command on a fresh machine.

CONFIGURATION ?= debug
SWIFT_BUILD = swift build --configuration $(CONFIGURATION)
LEMMA = .build/$(CONFIGURATION)/lemma

.PHONY: help site test golden format lint spelling check proofs pages bench setup build

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null || \
	  sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1  \2/p' $(MAKEFILE_LIST)

setup:
	@Tools/setup

build: setup
	@$(SWIFT_BUILD) --product lemma

site: build ## Set up what is missing, build Lemma, and build the site
	@$(LEMMA) build

test: ## Set up what is missing, and run the tests
	@Tools/setup --tests --cells
	@swift test

golden: ## Write what the golden lessons give now; read every line before committing
	@Tools/setup --tests
	@LEMMA_RECORD_GOLDENS=1 swift test --filter "GoldenTests|EvaluatedSwiftReferenceTests"

check: build ## Run the cells again, check the lessons, and that site/ is what would be built
	@Tools/setup --cells
	@$(LEMMA) check --output site

proofs: ## Check the certificates of the proofs in site/ by a program of its own
	@Tools/setup --pages
	@Tools/check-proofs site

pages: ## Check the pages of site/ in the HTML validator and in a browser
	@Tools/setup --pages
	@Tools/check-site site

format: ## Format the Swift sources
	@swift format format --in-place --recursive --parallel Package.swift Sources Tests

lint: ## Check the format of the Swift sources
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests

spelling: ## Check the spelling of the lessons and of the texts at the top
	@Tools/setup --spelling
	@Tools/check-spelling

bench: ## Measure, in a release build
	@Tools/setup --tests
	@swift build --configuration release --product lemma
	@Tools/bench
