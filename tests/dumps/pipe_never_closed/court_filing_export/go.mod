module justice.lt/filings

go 1.21
