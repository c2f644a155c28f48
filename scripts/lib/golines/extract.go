package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

// extract reads the functions of interest of one release from its src folder.
func extract(src string, wanted interest) (map[key]place, error) {
	found := map[key]place{}
	for pkg, names := range wanted {
		paths, err := filepath.Glob(filepath.Join(src, filepath.FromSlash(pkg), "*"))
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			switch {
			case strings.HasSuffix(path, "_test.go") || rareSystem.MatchString(path):
			case strings.HasSuffix(path, ".go"):
				if err := extractGo(path, pkg, names, found); err != nil {
					return nil, err
				}
			case pkg == "runtime" && asmFile.MatchString(path):
				if err := extractGoexit(path, found); err != nil {
					return nil, err
				}
			}
		}
	}
	// runtime/traceback.go: `if name == "runtime.gopanic" { name = "panic" }`; profiles keep it.
	if p, ok := found[key{"runtime", "gopanic", "panic.go"}]; ok {
		found[key{"", "panic", "panic.go"}] = p
	}
	return found, nil
}

var (
	asmFile = regexp.MustCompile(`/asm_(amd64|arm64)\.s$`)
	// Systems from which no dump was ever seen, and processors whose system calls are generated apart.
	rareSystem = regexp.MustCompile(`_(plan9|js|wasm|wasip1|solaris|aix|\w*bsd|dragonfly|illumos|nacl|zos|` +
		`mips\w*|ppc64\w*|riscv\w*|s390x|loong64|arm|386|android|ios)(_\w+)?\.go$`)
	linkname = regexp.MustCompile(`^//go:linkname (\S+) (\S+)$`)
)

func extractGo(path, pkg string, names map[string]roles, found map[key]place) error {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	links := map[string]string{}
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if m := linkname.FindStringSubmatch(comment.Text); m != nil {
				links[m[1]] = m[2]
			}
		}
	}
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		name := declName(fn)
		told, ok := names[name]
		if !ok {
			continue
		}
		k := key{pkg, name, filepath.Base(path)}
		// A function pushed into another package is printed under the name it has there.
		if target := links[fn.Name.Name]; target != "" && fn.Recv == nil {
			if dot := strings.LastIndex(target, "."); dot > 0 {
				k.pkg, k.name = target[:dot], target[dot+1:]
			}
		}
		if _, twice := found[k]; twice {
			continue // init, or a blank name: cannot be told apart by name
		}
		start := fset.Position(fn.Pos()).Line
		found[k] = place{start, readShape(fset, fn, start, told)}
	}
	return nil
}

// declName is the function as Go prints it behind the package, type arguments left out.
func declName(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return fn.Name.Name
	}
	t := fn.Recv.List[0].Type
	star, pointer := t.(*ast.StarExpr)
	if pointer {
		t = star.X
	}
	switch x := t.(type) {
	case *ast.IndexExpr:
		t = x.X
	case *ast.IndexListExpr:
		t = x.X
	}
	id, ok := t.(*ast.Ident)
	if !ok {
		return ""
	}
	if pointer {
		return "(*" + id.Name + ")." + fn.Name.Name
	}
	return id.Name + "." + fn.Name.Name
}

// A shape's reader: the lines of a body at which a goroutine can be found, closures included. A
// closure is printed under the name of its function, so its lines are that function's.
type shapeReader struct {
	fset   *token.FileSet
	start  int
	told   roles
	at     map[int]string // offset -> role, "" for a line that has none of interest
	defers bool
}

func readShape(fset *token.FileSet, fn *ast.FuncDecl, start int, told roles) shape {
	r := &shapeReader{fset: fset, start: start, told: told, at: map[int]string{}}
	ast.Inspect(fn.Body, r.visit)
	if r.defers { // deferred calls run at the closing brace (and at returns, see visit)
		r.mark(fn.Body.Rbrace, "")
	}
	s := shape{length: fset.Position(fn.Body.Rbrace).Line - start}
	for offset := range r.at {
		s.ops = append(s.ops, op{offset, r.at[offset]})
	}
	sort.Slice(s.ops, func(i, j int) bool { return s.ops[i].offset < s.ops[j].offset })
	return s
}

// mark notes an operation; of two on one line a blocking one wins over a callee that is told.
func (r *shapeReader) mark(pos token.Pos, role string) {
	offset := r.fset.Position(pos).Line - r.start
	old, there := r.at[offset]
	if !there || old == "" || role != "" && role[0] == '[' {
		r.at[offset] = role
	}
}

func (r *shapeReader) visit(n ast.Node) bool {
	switch x := n.(type) {
	case *ast.SelectStmt:
		r.mark(x.Select, "[select]")
		// The communications of its clauses wait in the select itself; their bodies do not.
		for _, clause := range x.Body.List {
			for _, s := range clause.(*ast.CommClause).Body {
				ast.Inspect(s, r.visit)
			}
		}
		return false
	case *ast.SendStmt:
		r.mark(x.Pos(), "[chan send]")
		r.mark(x.Arrow, "[chan send]")
	case *ast.UnaryExpr:
		if x.Op == token.ARROW {
			r.mark(x.Pos(), "[chan receive]")
		}
	case *ast.RangeStmt:
		r.mark(x.For, "")
	case *ast.GoStmt:
		role := r.role("go " + callee(x.Call.Fun))
		if role == "" {
			role = "go"
		}
		r.mark(x.Go, role)
		r.arguments(x.Call)
		return false
	case *ast.DeferStmt:
		r.defers = true
		r.arguments(x.Call)
		return false
	case *ast.ReturnStmt:
		if r.defers {
			r.mark(x.Return, "")
		}
	case *ast.CallExpr:
		r.call(x)
	}
	return true
}

// arguments visits what a go or defer statement evaluates now, and the body it will run.
func (r *shapeReader) arguments(call *ast.CallExpr) {
	ast.Inspect(call.Fun, r.visit)
	for _, a := range call.Args {
		ast.Inspect(a, r.visit)
	}
}

func (r *shapeReader) role(name string) string {
	if r.told[name] {
		return name
	}
	return ""
}

func (r *shapeReader) call(x *ast.CallExpr) {
	name := callee(x.Fun)
	sel, selected := x.Fun.(*ast.SelectorExpr)
	if dull[name] || selected && isDullPackage(sel.X) {
		return
	}
	// A call over several lines: which of them the compiler takes has changed over time.
	r.mark(x.Pos(), r.role(name))
	r.mark(x.Lparen, r.role(name))
	if selected {
		r.mark(sel.Sel.Pos(), r.role(name))
	}
}

func isDullPackage(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && dullPackages[id.Name]
}

func callee(fun ast.Expr) string {
	switch x := fun.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	case *ast.ParenExpr:
		return callee(x.X)
	case *ast.IndexExpr:
		return callee(x.X)
	case *ast.ArrayType, *ast.FuncType, *ast.InterfaceType, *ast.MapType, *ast.ChanType, *ast.StarExpr:
		return "[]" // a conversion
	}
	return ""
}

// Builtins and conversions: no frame is ever called from there.
var dull = set("append cap close complex copy delete imag len make max min new print println real " +
	"recover bool byte rune string error int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 " +
	"uintptr float32 float64 complex64 complex128 any clear []")

// Packages whose functions do not block and are mostly inlined or intrinsic.
var dullPackages = set("unsafe atomic math bits goarch sys")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// extractGoexit finds runtime.goexit, the oldest frame of every stack, in an assembler file.
func extractGoexit(path string, found map[key]place) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	start := 0
	var s shape
	for i, line := range strings.Split(string(text), "\n") {
		switch {
		case strings.HasPrefix(line, "TEXT runtime·goexit(") || strings.HasPrefix(line, "TEXT runtime·goexit<ABIInternal>("):
			start = i + 1
		case start > 0 && strings.HasPrefix(line, "\t"):
			s.ops = append(s.ops, op{i + 1 - start, ""})
			s.length = i + 1 - start
		case start > 0:
			found[key{"runtime", "goexit", filepath.Base(path)}] = place{start, s}
			return nil
		}
	}
	return nil
}
