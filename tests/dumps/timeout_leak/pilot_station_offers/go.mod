module harbour.nl/pilots

go 1.21
