module museum.nl/guide

go 1.18
