module statoffice.fi/census

go 1.25
