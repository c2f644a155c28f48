module biblio.fi/loans

go 1.18
