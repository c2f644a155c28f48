module tessaline.io/freight

go 1.21
