import '../../build.js'
