module imports.brennecke.example/uploads

go 1.22

require github.com/panjf2000/ants/v2 v2.8.2
