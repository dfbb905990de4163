/** Model Context Protocol: the library as tools for agents, over stateless HTTP, in both generations of the protocol. */
@NullMarked
package app.lede.mcp;

import org.jspecify.annotations.NullMarked;
