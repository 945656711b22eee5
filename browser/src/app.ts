import "../styles/app.css";
import "./partial";
import "./live";
import { startConfirm } from "./confirm";
import { startDrafts } from "./drafts";
import { startKeys } from "./keys";
import {
  startCopy,
  startEchoes,
  startFocus,
  startGrowing,
  startMenus,
  startNotices,
  startPreviews,
  startTabs,
  startTimes,
} from "./small";
import { startUploads } from "./upload";

// Everything works without scripts; each of these makes one thing easier.
document.documentElement.classList.add("js");
startConfirm();
startDrafts();
startKeys();
startCopy();
startEchoes();
startTimes();
startPreviews();
startNotices();
startMenus();
startFocus();
startTabs();
startGrowing();
startUploads();
