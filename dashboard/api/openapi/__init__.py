"""The interface described in OpenAPI, written from the declarations it is made from."""
