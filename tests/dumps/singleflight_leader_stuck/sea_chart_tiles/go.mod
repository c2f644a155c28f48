module nautika.no/charts

go 1.18
