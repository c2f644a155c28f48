module pegel.nl/tide

go 1.18
