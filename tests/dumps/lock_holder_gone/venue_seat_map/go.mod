module tessaline.io/venue

go 1.21
