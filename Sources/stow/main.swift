import Foundation
import StowCommand

exit(StowTool().run(Array(CommandLine.arguments.dropFirst())))
