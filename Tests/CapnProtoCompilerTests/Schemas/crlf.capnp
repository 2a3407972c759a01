@0xe800e52e7a9ba94c;
# Ünïcödé 🚢 first
#second

# not this
struct Crlf { # same line
  # and next
  a @0 :Int32; # field
  # more

  # apart
  b @1 :Text;
}
