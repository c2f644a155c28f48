module depotworks/inventory

go 1.22
