module tessaline.io/wms

go 1.21
