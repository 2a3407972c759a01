@0xe3bd9d03217a6041;

using import "/nupic/frameworks/opf/model.capnp".ModelProto;

struct PreviousValueModelProto {
  # A model that predicts the value it was given last.

  modelBase @0 :ModelProto;
  fieldNames @1 :List(Text);
  fieldTypes @2 :List(Text);
  predictedField @3 :Text;
  predictionSteps @4 :List(UInt32);
}
