module harbour.nl/quotes

go 1.21
