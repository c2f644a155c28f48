module github.com/northshop/importer-stop

go 1.20
