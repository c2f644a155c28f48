module vanline.example/routes

go 1.21
