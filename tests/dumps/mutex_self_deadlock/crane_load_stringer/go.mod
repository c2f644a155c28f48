module quayside.nl/yard

go 1.23
