module sterne.ch/catalog

go 1.23
