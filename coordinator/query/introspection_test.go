package query

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestIntrospection asks what GraphQL tools ask first, and compares a few answers with the schema.
func TestIntrospection(t *testing.T) {
	s := service(t, world(t))
	got := s.Do(t.Context(), Request{Query: introspectionQuery})
	if len(got.Errors) > 0 {
		t.Fatal(got.Errors)
	}
	var about struct {
		Schema struct {
			QueryType struct{ Name string } `json:"queryType"`
			Types     []struct {
				Kind, Name, Description string
				Fields                  []struct {
					Name string
					Args []struct{ Name, DefaultValue string }
					Type struct {
						Kind   string
						OfType struct{ Kind, Name string }
					}
				}
				EnumValues  []struct{ Name string }
				InputFields []struct{ Name string }
			}
		} `json:"__schema"`
	}
	if err := json.Unmarshal(got.Data, &about); err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]int)
	for _, typ := range about.Schema.Types {
		switch typ.Name {
		case "Run":
			seen["Run"]++
			if !strings.HasPrefix(typ.Description, "A training run") || typ.Fields[0].Name != "id" || typ.Fields[0].Type.Kind != "NON_NULL" || typ.Fields[0].Type.OfType.Name != "ID" {
				t.Errorf("Run: %+v", typ)
			}
		case "CommitmentStatus":
			seen["CommitmentStatus"]++
			if len(typ.EnumValues) != 4 {
				t.Errorf("CommitmentStatus: %+v", typ.EnumValues)
			}
		case "Query":
			for _, f := range typ.Fields {
				if f.Name == "matches" && len(f.Args) == 6 && f.Args[1].DefaultValue == "100" {
					seen["matches"]++
				}
			}
		case "Match_filter":
			for _, f := range typ.InputFields {
				seen[f.Name]++
			}
		}
	}
	if about.Schema.QueryType.Name != "Query" || seen["Run"] != 1 || seen["CommitmentStatus"] != 1 || seen["matches"] != 1 || seen["number_not_in"] != 1 || seen["log_"] != 1 {
		t.Errorf("%+v, %v", about.Schema.QueryType, seen)
	}
	if got := answer(s.Do(t.Context(), Request{Query: `{__type(name: "Side") {name kind __typename enumValues {name}} none: __type(name: "X") {name}}`})); got !=
		`{"__type":{"name":"Side","kind":"ENUM","__typename":"__Type","enumValues":[{"name":"None"},{"name":"Committer"},{"name":"Challenger"}]},"none":null}` {
		t.Error(got)
	}
}

const introspectionQuery = `query IntrospectionQuery {
  __schema {
    queryType { name } mutationType { name } subscriptionType { name }
    types { ...FullType }
    directives { name description locations args { ...InputValue } }
  }
}
fragment FullType on __Type {
  kind name description
  fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
  inputFields { ...InputValue }
  interfaces { ...TypeRef }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
  possibleTypes { ...TypeRef }
}
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type {
  kind name
  ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } }
}`
