module post.example/letters

go 1.21
