module keramik.pt/glaze

go 1.18
