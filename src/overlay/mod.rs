//! From measured behaviour to figures on the map, tables and charts.
