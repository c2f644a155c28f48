module faehre.no/manifest

go 1.18
