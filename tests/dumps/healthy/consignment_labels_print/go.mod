module freight.example/consignments

go 1.21
