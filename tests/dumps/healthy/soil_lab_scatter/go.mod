module agrolab.fr/scatter

go 1.21
