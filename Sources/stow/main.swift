import Foundation
import StowCommand

StowTool.endsCleanly()
exit(StowTool().run(Array(CommandLine.arguments.dropFirst())))
