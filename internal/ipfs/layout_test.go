package ipfs

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"

	"github.com/ipfs/boxo/ipld/merkledag"
	"github.com/ipfs/boxo/ipld/unixfs"
	blocks "github.com/ipfs/go-block-format"
	"github.com/ipfs/go-cid"
	ipld "github.com/ipfs/go-ipld-format"
	"github.com/multiformats/go-multihash"
)

// forged builds a node by hand: what it says it holds need not be so.
type forged struct {
	total  uint64
	sizes  []uint64
	links  []cid.Cid
	inline []byte
	kind   func() *unixfs.FSNode
}

func (f forged) store(t testing.TB, s *Embedded) CID {
	t.Helper()
	file := unixfs.NewFSNode(unixfs.TFile)
	if f.kind != nil {
		file = f.kind()
	}
	file.SetData(f.inline)
	var sum uint64
	for _, size := range f.sizes {
		file.AddBlockSize(size)
		sum += size
	}
	file.UpdateFilesize(int64(f.total - sum - uint64(len(f.inline))))
	data, err := file.GetBytes()
	if err != nil {
		t.Fatal(err)
	}
	node := merkledag.NodeWithData(data)
	if err := node.SetCidBuilder(cid.V1Builder{Codec: cid.DagProtobuf, MhType: multihash.SHA2_256}); err != nil {
		t.Fatal(err)
	}
	for _, link := range f.links {
		if err := node.AddRawLink("", &ipld.Link{Cid: link}); err != nil {
			t.Fatal(err)
		}
	}
	return rawPut(t, s, node)
}

func rawPut(t testing.TB, s *Embedded, block blocks.Block) CID {
	t.Helper()
	if err := s.blocks.Put(context.Background(), block); err != nil {
		t.Fatal(err)
	}
	return CID{block.Cid()}
}

func TestOtherLayoutsAreRefused(t *testing.T) {
	s := embedded(t)
	full, rest := put(t, s, content(leafSize)), put(t, s, content(100))
	leaf := func(ids ...CID) (links []cid.Cid) {
		for _, id := range ids {
			links = append(links, id.c)
		}
		return links
	}
	const size = leafSize + 100
	inner := forged{total: size, sizes: []uint64{leafSize, 100}, links: leaf(full, rest)}
	good := inner.store(t, s)
	if honest := put(t, s, append(content(leafSize), content(100)...)); honest == good {
		t.Fatal("the forged node should miss the sizes of its links")
	}
	if got, err := Fetch(t.Context(), s, good, size); err != nil || len(got) != size {
		t.Fatalf("the test's own node isn't readable: %v", err)
	}
	cbor := cid.NewCidV1(cid.DagCBOR, full.c.Hash())
	identity, _ := multihash.Sum([]byte("x"), multihash.IDENTITY, -1)
	for name, f := range map[string]forged{
		"too few bytes announced":    {total: size - 1, sizes: inner.sizes, links: inner.links},
		"too many bytes announced":   {total: size + 1, sizes: inner.sizes, links: inner.links},
		"one leaf said to be longer": {total: size + 1, sizes: []uint64{leafSize, 101}, links: inner.links},
		"leaves swapped":             {total: size, sizes: inner.sizes, links: leaf(rest, full)},
		"sizes swapped":              {total: size, sizes: []uint64{100, leafSize}, links: leaf(rest, full)},
		"a link too many":            {total: size, sizes: inner.sizes, links: leaf(full, rest, rest)},
		"a size too many":            {total: size, sizes: []uint64{leafSize, 100, 0}, links: inner.links},
		"data inside":                {total: size, sizes: inner.sizes, links: inner.links, inline: []byte("x")},
		"many small leaves":          {total: 200, sizes: []uint64{100, 100}, links: leaf(rest, rest)},
		"a node of itself only":      {total: leafSize, sizes: []uint64{leafSize}, links: leaf(full)},
		"empty":                      {},
		"deeper than needed":         {total: size, sizes: []uint64{size}, links: leaf(good)},
		"nodes where leaves belong":  {total: 2 * leafSize, sizes: []uint64{leafSize, leafSize}, links: leaf(good, good)},
		"another codec":              {total: size, sizes: inner.sizes, links: []cid.Cid{cbor, rest.c}},
		"an identity hash":           {total: size, sizes: inner.sizes, links: []cid.Cid{cid.NewCidV1(cid.Raw, identity), rest.c}},
		"a folder":                   {total: size, sizes: inner.sizes, links: inner.links, kind: func() *unixfs.FSNode { return unixfs.NewFSNode(unixfs.TDirectory) }},
		"beyond all bounds":          {total: 1 << 62, sizes: inner.sizes, links: inner.links},
		"negative":                   {total: 1 << 63, sizes: inner.sizes, links: inner.links},
	} {
		id := f.store(t, s)
		if got, err := Fetch(t.Context(), s, id, 1<<60); !errors.Is(err, ErrCorrupt) {
			t.Errorf("%s: read %d bytes, %v", name, len(got), err)
		}
		// Has looks leaves up without reading them, so it can't see a wrong leaf, but never fails in another way.
		if _, err := s.Has(t.Context(), id); err != nil && !errors.Is(err, ErrCorrupt) {
			t.Errorf("%s: Has says %v", name, err)
		}
	}
}

// A node that announces terabytes is refused by its announcement; none of its leaves exist.
func TestBombsAreRefusedBeforeDownload(t *testing.T) {
	s := embedded(t)
	missing, _ := Sum(t.Context(), bytes.NewReader([]byte("nowhere")))
	bomb := forged{total: 1 << 40, sizes: []uint64{1 << 40}, links: []cid.Cid{missing.c}}.store(t, s)
	if _, err := s.Get(t.Context(), bomb, 1<<30); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a terabyte: %v", err)
	}
	noise, err := merkledag.V1CidPrefix().Sum([]byte("not protobuf"))
	if err != nil {
		t.Fatal(err)
	}
	block, _ := blocks.NewBlockWithCid([]byte("not protobuf"), noise)
	if _, err := s.Get(t.Context(), rawPut(t, s, block), 1<<30); !errors.Is(err, ErrCorrupt) {
		t.Errorf("noise: %v", err)
	}
	huge := merkledag.NodeWithData(make([]byte, maxNodeSize+1))
	huge.SetCidBuilder(cid.V1Builder{Codec: cid.DagProtobuf, MhType: multihash.SHA2_256})
	if _, err := s.Get(t.Context(), rawPut(t, s, huge), 1<<30); !errors.Is(err, ErrCorrupt) {
		t.Errorf("a huge node: %v", err)
	}
}

func TestLevels(t *testing.T) {
	for size, want := range map[int64]int{0: 0, leafSize: 0, leafSize + 1: 1, 174 * leafSize: 1, 174*leafSize + 1: 2, 174 * 174 * leafSize: 2, maxContent: 5} {
		if got := levelOf(size); got != want {
			t.Errorf("content of %d bytes has level %d, want %d", size, got, want)
		}
	}
}

// FuzzNode reads a store whose topmost block is any bytes at all.
func FuzzNode(f *testing.F) {
	s := embedded(f)
	for _, size := range []int{leafSize + 1, 3 * leafSize} {
		block, err := s.blocks.Get(context.Background(), put(f, s, content(size)).c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(block.RawData())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		id, err := cid.V1Builder{Codec: cid.DagProtobuf, MhType: multihash.SHA2_256}.Sum(data)
		if err != nil {
			t.Fatal(err)
		}
		r, err := open(context.Background(), oneBlock{id, data, s.blocks}, CID{id}, 8*leafSize)
		if err != nil {
			return
		}
		if n, _ := io.Copy(io.Discard, r); n > 8*leafSize {
			t.Fatalf("%d bytes", n)
		}
	})
}

// oneBlock serves one block from memory and the others from a folder.
type oneBlock struct {
	c    cid.Cid
	data []byte
	folder
}

func (o oneBlock) read(ctx context.Context, c cid.Cid, maxBytes int64) ([]byte, error) {
	if c.Equals(o.c) {
		return o.data, nil
	}
	return o.folder.read(ctx, c, maxBytes)
}
