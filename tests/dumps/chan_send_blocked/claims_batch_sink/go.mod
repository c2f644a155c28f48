module github.com/arboria/claims-intake

go 1.22
