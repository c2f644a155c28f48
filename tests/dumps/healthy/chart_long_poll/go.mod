module clinicwall/charts

go 1.21
