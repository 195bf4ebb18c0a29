import { createRoot } from "react-dom/client";
import { App } from "./App";
import "slack-blocks-to-jsx/dist/style.css";
import "./style.css";
import "./blocks.css";
import "./composer.css";
import "./developer.css";
import "./narrow.css";

createRoot(document.getElementById("root")!).render(<App />);
