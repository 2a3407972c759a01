import CapnProtoGenerator
import Foundation

exit(CommandLineTool().run())
